-- 先后顺序不对的阶段。Stages that were entered before an earlier one of the procedure.
WITH steps AS (
  SELECT community_code, election_id, revision, code, stage, entered_at,
    max(entered_at) OVER (PARTITION BY community_code, election_id, revision ORDER BY code
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
  FROM stages INNER JOIN latest USING (community_code, election_id, revision)
)
SELECT community_code, election_id, revision, code, stage, entered_at, before AS earlier_stage_entered_at
FROM steps WHERE before != '' AND entered_at < before
ORDER BY community_code, election_id, code
