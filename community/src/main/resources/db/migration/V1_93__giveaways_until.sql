-- Each winner has a window of their own to claim; null for those who were asked before, whose windows end with the timer.
alter table giveaways_drawn add column claim_until bigint;
