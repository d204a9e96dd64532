-- 逐张选票重新加总，与公布的得票比较。
-- The ballots added up again and held against the published votes: every line that differs.
SELECT community_code, election_id, revision, post, person, sum(stated_votes) AS stated, sum(counted_votes) AS found
FROM (
  SELECT community_code, election_id, revision, post, person, votes AS stated_votes, 0 AS counted_votes FROM tally
  UNION ALL
  SELECT community_code, election_id, revision, post, ifNull(person, '') AS person, 0 AS stated_votes,
    1 AS counted_votes
  FROM ballots WHERE counted
)
INNER JOIN latest USING (community_code, election_id, revision)
GROUP BY community_code, election_id, revision, post, person HAVING stated != found
UNION ALL
SELECT community_code, election_id, revision, '' AS post, concat('page ', toString(page)) AS person,
  sum(stated_sheets) AS stated, sum(counted_sheets) AS found
FROM (
  SELECT community_code, election_id, revision, page, returned AS stated_sheets, 0 AS counted_sheets FROM turnout
  UNION ALL
  SELECT community_code, election_id, revision, page, 0 AS stated_sheets, uniqExact(ballot) AS counted_sheets
  FROM ballots GROUP BY community_code, election_id, revision, page
)
INNER JOIN latest USING (community_code, election_id, revision)
GROUP BY community_code, election_id, revision, page HAVING stated != found
ORDER BY community_code, election_id, post, person
