-- 超过规定期限的阶段。Stages that were over after their last day, or not over although it has passed.
SELECT community_code, election_id, revision, code, stage, substring(entered_at, 1, 10) AS entered,
  toString(assumeNotNull(due)) AS due_day, ifNull(toString(over), '') AS over_day
FROM stages INNER JOIN latest USING (community_code, election_id, revision)
WHERE due IS NOT NULL AND ifNull(over, toDate32(substring(entered_at, 1, 10))) > due
ORDER BY community_code, election_id, code
