-- In which languages a giveaway is told, with commas between, where that is not left to the rooms; and in which a card stands.
alter table giveaways_giveaway add column languages text not null default '';
alter table giveaways_card add column language text;
