-- 逐张选票重新加总，与公布的得票比较。
-- The ballots added up again and held against the published votes and sheets: everything that differs.
-- One pass over the ballots counts votes by person and sheets by page.
WITH counted AS (
  SELECT community_code, election_id, revision, post, ifNull(person, '') AS person, page,
    countIf(counted) AS votes, uniqExact(ballot) AS sheets
  FROM ballots
  GROUP BY GROUPING SETS (
    (community_code, election_id, revision, post, person), (community_code, election_id, revision, page))
),
compared AS (
  SELECT community_code, election_id, revision, post, person, votes AS stated, 0 AS found FROM tally
  UNION ALL
  SELECT community_code, election_id, revision, post, person, 0 AS stated, votes AS found
  FROM counted WHERE page = 0
  UNION ALL
  SELECT community_code, election_id, revision, '' AS post, concat('page ', toString(page)) AS person,
    returned AS stated, 0 AS found FROM turnout
  UNION ALL
  SELECT community_code, election_id, revision, '' AS post, concat('page ', toString(page)) AS person,
    0 AS stated, sheets AS found FROM counted WHERE page > 0
)
SELECT community_code, election_id, revision, post, person, sum(stated) AS stated_votes, sum(found) AS found_votes
FROM compared INNER JOIN latest USING (community_code, election_id, revision)
GROUP BY community_code, election_id, revision, post, person HAVING stated_votes != found_votes
ORDER BY community_code, election_id, post, person
