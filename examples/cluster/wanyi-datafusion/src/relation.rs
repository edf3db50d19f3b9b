//! `FROM (SELECT unnest(zh_quantities(body)) …)`: the fields of the structs as columns.

use datafusion::arrow::datatypes::DataType;
use datafusion::common::{Column, DFSchema};
use datafusion::error::Result;
use datafusion::functions::core::expr_fn::get_field;
use datafusion::logical_expr::planner::{PlannedRelation, RelationPlanner, RelationPlannerContext, RelationPlanning};
use datafusion::logical_expr::sqlparser::ast::{
    Expr as Sql, FunctionArg, FunctionArgExpr, FunctionArguments, Ident, Query, SelectItem, SetExpr, TableFactor,
};
use datafusion::logical_expr::{Expr, LogicalPlan, LogicalPlanBuilder};

use crate::lists::Kind;

/// A planner of relations, by which a list that is unnested in a subquery without a name gives a column for each field
/// of its structs, as a table would: `SELECT unit, value FROM (SELECT unnest(zh_quantities(body)) FROM articles)`.
///
/// A column that is selected beside it goes before a field of the same name. With a name, `unnest(…) AS q`, the struct
/// stays one, and its fields are `q['unit']`.
#[derive(Clone, Copy, Debug, Default)]
pub struct StructColumns;

/// The name of the struct until its fields are taken.
const STRUCT: &str = "wanyi_struct";

impl RelationPlanner for StructColumns {
    fn plan_relation(
        &self,
        mut relation: TableFactor,
        context: &mut dyn RelationPlannerContext,
    ) -> Result<RelationPlanning> {
        let TableFactor::Derived { subquery, alias, .. } = &mut relation else {
            return Ok(RelationPlanning::Original(Box::new(relation)));
        };
        if !name_struct(subquery) {
            return Ok(RelationPlanning::Original(Box::new(relation)));
        }
        let alias = alias.take();
        let plan = with_fields(context.plan(relation)?)?;
        Ok(RelationPlanning::Planned(Box::new(PlannedRelation::new(plan, alias))))
    }
}

/// Names the one list that is unnested without a name; whether there is one.
fn name_struct(query: &mut Query) -> bool {
    let SetExpr::Select(select) = query.body.as_mut() else { return false };
    let mut lists =
        select.projection.iter_mut().filter(|item| matches!(item, SelectItem::UnnamedExpr(of) if is_list(of)));
    let (Some(item), None) = (lists.next(), lists.next()) else { return false };
    let SelectItem::UnnamedExpr(expr) = item else { return false };
    *item = SelectItem::ExprWithAlias { expr: expr.clone(), alias: Ident::new(STRUCT) };
    true
}

/// Whether it is `unnest` of a list of this crate.
fn is_list(expr: &Sql) -> bool {
    let Some(Sql::Function(list)) = argument(expr) else { return false };
    let name = list.name.to_string();
    Kind::ALL.iter().any(|kind| kind.function().eq_ignore_ascii_case(&name))
}

/// The only argument of `unnest`.
fn argument(expr: &Sql) -> Option<&Sql> {
    let Sql::Function(unnest) = expr else { return None };
    let FunctionArguments::List(arguments) = &unnest.args else { return None };
    match arguments.args.as_slice() {
        [FunctionArg::Unnamed(FunctionArgExpr::Expr(argument))]
            if unnest.name.to_string().eq_ignore_ascii_case("unnest") =>
        {
            Some(argument)
        }
        _ => None,
    }
}

/// The plan with the fields of the struct in the place of it.
fn with_fields(plan: LogicalPlan) -> Result<LogicalPlan> {
    let columns = columns(plan.schema());
    LogicalPlanBuilder::from(plan).project(columns)?.build()
}

fn columns(schema: &DFSchema) -> Vec<Expr> {
    let beside = |name: &str| schema.fields().iter().any(|field| field.name() == name);
    let each = schema.iter().map(|(qualifier, field)| {
        let column = Expr::Column(Column::from((qualifier, field)));
        match field.data_type() {
            DataType::Struct(fields) if field.name() == STRUCT => {
                let fields = fields.iter().map(|field| field.name().as_str()).filter(|name| !beside(name));
                fields.map(|name| get_field(column.clone(), name).alias(name)).collect()
            }
            _ => [column].into(),
        }
    });
    each.collect::<Vec<Vec<Expr>>>().concat()
}
