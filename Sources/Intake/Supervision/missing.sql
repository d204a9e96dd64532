-- 应报未报。Elections that are due by the roster and of which no public bundle has been accepted.
SELECT expected.street AS street, expected.community_code AS community_code, expected.community AS community,
  expected.election_id AS election_id, expected.election_day AS election_day
FROM expected
LEFT ANTI JOIN election USING (community_code, election_id)
WHERE expected.election_day < toString(today())
ORDER BY street, community_code, election_id
