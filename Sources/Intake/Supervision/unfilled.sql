-- 没有选满或平票的职位。Seats that are vacant or tied for, and votes that are void: what has to be voted on again.
SELECT community_code, election_id, revision, post, title, seats, elected, vacant, tied_seats, election.valid AS valid
FROM posts INNER JOIN latest USING (community_code, election_id, revision)
INNER JOIN election USING (community_code, election_id, revision)
WHERE vacant > 0 OR tied_seats > 0 OR NOT election.valid
ORDER BY community_code, election_id, post
