package lyceum.sandbox.discord;

/** What a bot says after its first answer to an interaction, through the webhook that the interaction's token opens. */
final class Followups {
    private final DiscordSide side;

    Followups(DiscordSide side) {
        this.side = side;
    }

    private Interaction interaction(Ask ask) {
        Interaction found = side.interactions()
                .find(ask.path("token"), ask.id("webhook"))
                .orElseThrow(() -> DiscordError.of(401, 50027, "Invalid Webhook Token"));
        if (!found.acknowledged()) {
            throw DiscordError.unknown("Webhook");
        }
        return found;
    }

    Rest.Answer create(Ask ask) {
        Interaction interaction = interaction(ask);
        Draft draft = ask.draft(side.attachments(), interaction.channel().id()).checked();
        Post waiting = side.answers()
                .find(interaction, interaction.original())
                .filter(Post::waits)
                .orElse(null);
        Post post = waiting == null
                ? side.answers().post(interaction, draft, draft.ephemeral())
                : side.answers().edit(interaction, waiting.id(), draft);
        return shown(interaction, post);
    }

    private long id(Ask ask, Interaction interaction) {
        return ask.path("message").equals("@original") ? interaction.original() : ask.id("message");
    }

    private Rest.Answer shown(Interaction interaction, Post post) {
        interaction.answer().complete(side.sight().of(interaction.channel(), post));
        return Rest.Answer.of(post.json());
    }

    private Post own(Interaction interaction, long id) {
        return side.answers()
                .find(interaction, id)
                .filter(post -> post.author() == interaction.bot().id())
                .orElseThrow(() -> DiscordError.unknown("Message"));
    }

    Rest.Answer read(Ask ask) {
        Interaction interaction = interaction(ask);
        return Rest.Answer.of(own(interaction, id(ask, interaction)).json());
    }

    Rest.Answer edit(Ask ask) {
        Interaction interaction = interaction(ask);
        long id = own(interaction, id(ask, interaction)).id();
        Draft draft = ask.draft(side.attachments(), interaction.channel().id());
        return shown(interaction, side.answers().edit(interaction, id, draft));
    }

    Rest.Answer delete(Ask ask) {
        Interaction interaction = interaction(ask);
        side.answers()
                .delete(interaction, own(interaction, id(ask, interaction)).id());
        return Rest.Answer.NONE;
    }
}
