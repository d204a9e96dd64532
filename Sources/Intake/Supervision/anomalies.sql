-- 须镇街授权而没有授权的异常。Anomalies that need the street's authorisation and have none.
SELECT community_code, election_id, revision, ifNull(number, 0) AS number, code, detail, ifNull(state, '') AS state
FROM anomalies INNER JOIN latest USING (community_code, election_id, revision)
WHERE ifNull(authority, 'guidance') = 'guidance'
  AND (ifNull(state, '') != 'authorised' OR ifNull(authorisation, '') = '')
ORDER BY community_code, election_id, number
