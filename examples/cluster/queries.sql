-- Ten questions about the articles of data/articles.jsonl, each with its answer there. Days and regions of the archive are
-- handed to the functions, so that 今年 and 元 are known where a page does not print them.

-- How much was invested in each county, year by year, in 億元?
-- Of figures for one county and one time the last that was published counts, plans do not; a county is written in both
-- scripts.
SELECT county, year, CAST(sum(amount) / 100000000 AS decimal(10, 2)) AS invested
FROM (
    SELECT replace(subject, '县', '縣') AS county, extract(year FROM "from") AS year,
           last_value(value ORDER BY published) AS amount
    FROM (SELECT published, unnest(zh_quantities(body, published, region)) FROM articles)
    WHERE object IN ('投資', '投资') AND code = 'CNY' AND modality = 'fact'
    GROUP BY county, "from", "to"
)
GROUP BY county, year
ORDER BY county, year;
-- +--------+------+----------+
-- | county | year | invested |
-- +--------+------+----------+
-- | 松澗縣 | 2021 | 7.40     |
-- | 松澗縣 | 2022 | 7.50     |
-- | 松澗縣 | 2023 | 11.90    |
-- | 松澗縣 | 2024 | 6.90     |
-- | 松澗縣 | 2025 | 1.20     |
-- | 梧嶺縣 | 2021 | 4.20     |
-- | 梧嶺縣 | 2022 | 5.10     |
-- | 梧嶺縣 | 2023 | 5.50     |
-- | 梧嶺縣 | 2024 | 5.80     |
-- | 白鹭縣 | 2021 | 5.30     |
-- | 白鹭縣 | 2022 | 6.10     |
-- | 白鹭縣 | 2023 | 5.90     |
-- | 白鹭縣 | 2024 | 6.40     |
-- | 赤沙縣 | 2022 | 3.40     |
-- | 赤沙縣 | 2023 | 2.80     |
-- | 赤沙縣 | 2024 | 3.10     |
-- | 雲溪縣 | 2021 | 9.60     |
-- | 雲溪縣 | 2022 | 10.40    |
-- | 雲溪縣 | 2023 | 9.20     |
-- | 雲溪縣 | 2024 | 9.80     |
-- | 青坪縣 | 2021 | 15.20    |
-- | 青坪縣 | 2022 | 16.80    |
-- | 青坪縣 | 2023 | 18.30    |
-- | 青坪縣 | 2024 | 19.70    |
-- +--------+------+----------+

-- What fell most against the year before?
SELECT subject, predicate, "from", "to", value AS percent, outlet
FROM (SELECT outlet, unnest(zh_quantities(body, published, region)) FROM articles)
WHERE basis = 'yoy' AND direction = 'decrease' AND unit = '%' AND change_part = 'magnitude'
ORDER BY percent DESC, subject
LIMIT 8;
-- +----------------+-----------+------------+------------+---------------+----------+
-- | subject        | predicate | from       | to         | percent       | outlet   |
-- +----------------+-----------+------------+------------+---------------+----------+
-- | 松澗縣         | 完成投資  | 2024-01-01 | 2024-12-31 | 42.0000000000 | 南嶺日報 |
-- | 松澗縣         | 完成投資  | 2025-01-01 | 2025-03-31 | 38.5000000000 | 南嶺日報 |
-- | 旅遊收入       | 同比下降  | 2024-05-01 | 2024-05-05 | 33.8000000000 | 南嶺日報 |
-- | 全县棉花产量   | 同比下降  |            |            | 31.6000000000 | 赤沙晚报 |
-- | 松澗縣         | 接待遊客  | 2024-05-01 | 2024-05-05 | 26.5000000000 | 南嶺日報 |
-- | 全县水产品产量 | 同比下降  |            |            | 23.7000000000 | 江畔时报 |
-- | 竹製品出口額   | 同比下降  |            |            | 18.5000000000 | 雲嶺網   |
-- | 赤沙县         | 完成投资  | 2023-01-01 | 2023-12-31 | 17.6000000000 | 赤沙晚报 |
-- +----------------+-----------+------------+------------+---------------+----------+

-- Which outlet names no source, neither of its pages nor of what they claim?
SELECT outlet, sum(claims) AS claims, sum(attributed) AS attributed, count(page['source']) AS pages_with_source
FROM (
    SELECT outlet, zh_article(body, published, region) AS page, claims, attributed
    FROM articles
    JOIN (
        SELECT id AS of, count(*) AS claims, count(speaker) AS attributed
        FROM (SELECT id, unnest(zh_claims(body, published, region)) FROM articles)
        GROUP BY id
    ) ON of = id
)
GROUP BY outlet
ORDER BY attributed * 100 / claims, outlet;
-- +----------+--------+------------+-------------------+
-- | outlet   | claims | attributed | pages_with_source |
-- +----------+--------+------------+-------------------+
-- | 赤沙晚报 | 16     | 0          | 0                 |
-- | 江畔时报 | 31     | 7          | 13                |
-- | 嶼城日報 | 8      | 2          | 3                 |
-- | 海港新報 | 7      | 2          | 3                 |
-- | 南嶺日報 | 24     | 7          | 9                 |
-- | 雲嶺網   | 30     | 11         | 12                |
-- | 椰城日報 | 2      | 1          | 1                 |
-- | 獅島早報 | 2      | 1          | 1                 |
-- +----------+--------+------------+-------------------+

-- Which figures for the same thing conflict?
SELECT replace(subject, '县', '縣') AS whose, min(predicate) AS what, "from", "to", unit,
       string_agg(concat(outlet, ' ', text), ', ' ORDER BY outlet) AS figures
FROM (SELECT outlet, unnest(zh_quantities(body, published, region)) FROM articles)
WHERE "from" IS NOT NULL AND modality = 'fact' AND (change_part IS NULL OR change_part = 'level')
GROUP BY whose, replace(replace(object, '资', '資'), '游', '遊'), "from", "to", unit
HAVING count(DISTINCT value) > 1
ORDER BY whose, "from";
-- +--------+----------+------------+------------+------+--------------------------------------+
-- | whose  | what     | from       | to         | unit | figures                              |
-- +--------+----------+------------+------------+------+--------------------------------------+
-- | 松澗縣 | 轉移群眾 | 2024-08-01 | 2024-08-01 | 人   | 南嶺日報 850人, 雲嶺網 620人         |
-- | 白鹭縣 | 接待游客 | 2024-01-01 | 2024-06-30 | 人次 | 江畔时报 86万人次, 赤沙晚报 68万人次 |
-- | 雲溪縣 | 完成投資 | 2023-01-01 | 2023-12-31 | 元   | 南嶺日報 9.2億元, 雲嶺網 8.9億元     |
-- | 青坪縣 | 完成投资 | 2024-01-01 | 2024-12-31 | 元   | 江畔时报 20.6亿元, 赤沙晚报 19.7亿元 |
-- +--------+----------+------------+------------+------+--------------------------------------+

-- What is planned for 2025, and what was it in 2024, in 億元?
SELECT county, max(amount) FILTER (WHERE modality = 'fact' AND year = 2024) AS done,
       max(amount) FILTER (WHERE modality IN ('planned', 'target') AND year = 2025) AS planned
FROM (
    SELECT replace(subject, '县', '縣') AS county, extract(year FROM "from") AS year, CAST(value / 100000000 AS decimal(10, 2)) AS amount,
           modality
    FROM (SELECT unnest(zh_quantities(body, published, region)) FROM articles)
    WHERE object IN ('投資', '投资') AND code = 'CNY'
)
GROUP BY county
HAVING max(amount) FILTER (WHERE modality IN ('planned', 'target') AND year = 2025) IS NOT NULL
ORDER BY county;
-- +--------+-------+---------+
-- | county | done  | planned |
-- +--------+-------+---------+
-- | 松澗縣 | 6.90  | 8.00    |
-- | 雲溪縣 | 9.80  | 11.00   |
-- | 青坪縣 | 20.60 | 22.00   |
-- +--------+-------+---------+

-- How much money is named, by currency, and what is the most?
SELECT code AS currency, count(*) AS amounts, sum(value) AS total, max(value) AS most
FROM (SELECT unnest(zh_quantities(body, published, region)) FROM articles)
WHERE dimension = 'currency'
GROUP BY code
ORDER BY amounts DESC, currency;
-- +----------+---------+------------------------+------------------------+
-- | currency | amounts | total                  | most                   |
-- +----------+---------+------------------------+------------------------+
-- | CNY      | 41      | 32352422200.0000000000 | 4500000000.0000000000  |
-- | TWD      | 4       | 40900000000.0000000000 | 36200000000.0000000000 |
-- | HKD      | 1       | 190000000.0000000000   | 190000000.0000000000   |
-- | MYR      | 1       | 3950.0000000000        | 3950.0000000000        |
-- +----------+---------+------------------------+------------------------+

-- Which numbers have no single value, and what is known of them?
SELECT id, text, lower, upper, value_text, diagnostic
FROM (SELECT id, unnest(zh_quantities(body, published, region)) FROM articles)
WHERE value IS NULL
ORDER BY id, text;
-- +----+----------+----------------+-----------------+------------+----------------+
-- | id | text     | lower          | upper           | value_text | diagnostic     |
-- +----+----------+----------------+-----------------+------------+----------------+
-- | 46 | 三分之一 |                |                 | 1/3        |                |
-- | 46 | 数百人   | 200.0000000000 | 1000.0000000000 |            |                |
-- | 50 | .3亿元   |                |                 |            | damaged_number |
-- +----+----------+----------------+-----------------+------------+----------------+

-- Of which land and floors do the articles speak, in hectares?
SELECT subject, text, zh_convert(value, unit, '公頃') AS hectares, zh_convert_diagnostic(value, unit, '公頃') AS note
FROM (SELECT unnest(zh_quantities(body, published, region)) FROM articles)
WHERE dimension = 'area'
ORDER BY hectares DESC, subject
LIMIT 8;
-- +----------------+---------+-----------------+----------------------+
-- | subject        | text    | hectares        | note                 |
-- +----------------+---------+-----------------+----------------------+
-- | 全县灌溉面积   | 8.7万亩 | 5800.0000000000 |                      |
-- | 青坪县         | 6.3万亩 | 4200.0000000000 |                      |
-- | 撫育林木       | 3.5萬畝 | 2333.3333333333 | rounded to 10 places |
-- | 全縣茶園面積   | 3.2萬畝 | 2133.3333333333 | rounded to 10 places |
-- | 新增高标准农田 | 1.8万亩 | 1200.0000000000 |                      |
-- | 全縣           | 1.4萬畝 | 933.3333333333  | rounded to 10 places |
-- | 全縣           | 1.1萬畝 | 733.3333333333  | rounded to 10 places |
-- | 光伏項目       | 2600畝  | 173.3333333333  | rounded to 10 places |
-- +----------------+---------+-----------------+----------------------+

-- What is still to come when an article is printed?
SELECT t.published, t.text AS when, c.text AS what, c.modality
FROM (SELECT id, published, unnest(zh_times(body, published, region)) FROM articles) AS t
JOIN (SELECT id, unnest(zh_claims(body, published, region)) FROM articles) AS c ON c.id = t.id AND c.claim = t.claim
WHERE t."from" > t.published OR t."to" > t.published AND c.modality <> 'fact'
ORDER BY t.published, c.claim;
-- +------------+--------+--------------------------------+----------+
-- | published  | when   | what                           | modality |
-- +------------+--------+--------------------------------+----------+
-- | 2024-05-14 | 2026年 | 預計2026年完工                 | forecast |
-- | 2024-09-16 | 全年   | 預計全年吞吐量達3800萬個       | forecast |
-- | 2025-03-05 | 2025年 | 雲溪縣計劃2025年完成投資11億元 | planned  |
-- | 2025-03-06 | 2025年 | 青坪县力争2025年完成投资22亿元 | target   |
-- | 2025-03-10 | 2025年 | 松澗縣計劃2025年完成投資8億元  | planned  |
-- +------------+--------+--------------------------------+----------+

-- Which pages are damaged or in doubt, and do their numbers still have values?
SELECT id, outlet, zh_diagnostic(body, published, region) AS diagnostics, quantities, without_value
FROM articles
JOIN (
    SELECT id AS of, count(*) AS quantities, count(*) - count(value) AS without_value
    FROM (SELECT id, unnest(zh_quantities(body, published, region)) FROM articles)
    GROUP BY id
) ON of = id
WHERE zh_diagnostic(body, published, region) IS NOT NULL
ORDER BY id;
-- +----+----------+----------------+------------+---------------+
-- | id | outlet   | diagnostics    | quantities | without_value |
-- +----+----------+----------------+------------+---------------+
-- | 45 | 雲嶺網   | pinyin_noise   | 3          | 0             |
-- | 50 | 赤沙晚报 | damaged_number | 3          | 1             |
-- +----+----------+----------------+------------+---------------+
