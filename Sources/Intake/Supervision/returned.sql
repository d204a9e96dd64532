-- 收回票不得多于发出票；印制数 = 发出 + 调换 + 未用。
-- Sheets returned are at most those issued; printed = issued + spoiled + unused (N01, N07, N10).
SELECT community_code, election_id, revision, page, printed, issued, spoiled, unused, returned, valid, abstentions, void
FROM turnout INNER JOIN latest USING (community_code, election_id, revision)
WHERE returned > issued OR printed != issued + spoiled + unused OR returned != valid + abstentions + void
ORDER BY community_code, election_id, page
