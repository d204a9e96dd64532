-- 各镇街参选情况。Turnout by street: the latest revision of every election.
-- One page of the ballot counts for the voters of a community: the page with the most sheets.
WITH votes AS (
  SELECT community_code, election_id, revision, any(roll) AS roll, any(issued) AS issued,
    max(returned) AS returned
  FROM turnout INNER JOIN latest USING (community_code, election_id, revision)
  GROUP BY community_code, election_id, revision
)
SELECT communities.street AS street, count() AS elections, countIf(election.valid) AS valid_elections,
  sum(votes.roll) AS roll, sum(votes.issued) AS issued, sum(votes.returned) AS returned,
  if(sum(votes.roll) = 0, 0, intDiv(sum(votes.returned) * 1000, sum(votes.roll))) AS permille
FROM votes
INNER JOIN election USING (community_code, election_id, revision)
LEFT JOIN communities USING (community_code)
GROUP BY street ORDER BY street
