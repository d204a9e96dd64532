-- 参选率分布：每十个百分点有多少次选举。How the turnout is spread: elections by tenths.
WITH votes AS (
  SELECT community_code, election_id, any(roll) AS roll, max(returned) AS returned
  FROM turnout INNER JOIN latest USING (community_code, election_id, revision)
  WHERE ifNull(round, 1) = 1
  GROUP BY community_code, election_id
)
SELECT least(9, if(roll = 0, 0, intDiv(returned * 10, roll))) AS tenth, count() AS elections
FROM votes GROUP BY tenth ORDER BY tenth
