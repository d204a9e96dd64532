-- 更正链：每一版须写明取代前一版。
-- Chains of corrections: each revision names the one before, none is left out, the first names none.
WITH chain AS (
  SELECT community_code, election_id, revision, bundle, supersedes,
    lagInFrame(revision) OVER w AS previous_revision, lagInFrame(bundle) OVER w AS previous_bundle
  FROM ledger WHERE kind = 'public'
  WINDOW w AS (PARTITION BY community_code, election_id ORDER BY revision
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
)
SELECT community_code, election_id, revision, previous_revision, supersedes, previous_bundle
FROM chain
WHERE revision != previous_revision + 1 OR supersedes != previous_bundle
ORDER BY community_code, election_id, revision
