-- 当选人员名册：两委成员、代表、小组长。The elected, as rows for the community's roster of officers.
SELECT communities.street AS street, tally.community_code AS community_code, election.community AS community,
  multiIf(
    tally.kind LIKE '%epresentative' AND tally.kind NOT LIKE '%ommittee%', 'representative',
    tally.kind LIKE '%roupLeader', 'groupLeader',
    tally.kind LIKE 'supervision%' OR tally.kind LIKE '%Supervision', 'supervision', 'committee') AS body,
  tally.post AS post, posts.title AS title, tally.name AS name, election.term AS term,
  toString(election.election_day) AS election_day, tally.votes AS votes, tally.denominator AS base,
  tally.election_id AS election_id
FROM tally
INNER JOIN latest USING (community_code, election_id, revision)
INNER JOIN election USING (community_code, election_id, revision)
INNER JOIN posts ON posts.community_code = tally.community_code AND posts.election_id = tally.election_id
  AND posts.revision = tally.revision AND posts.post = tally.post
LEFT JOIN communities ON communities.community_code = tally.community_code
WHERE tally.elected
ORDER BY street, community_code, body, post, votes DESC
