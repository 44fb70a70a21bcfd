package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import lyceum.sandbox.world.Json;

/** The REST routes of webhooks: those of a bot, and those that the webhook's token opens. */
final class WebhookRoutes {
    private static final String WITH_TOKEN = "/webhooks/{webhook}/{token}";

    private final DiscordSide side;
    private final Followups followups;

    WebhookRoutes(DiscordSide side, Followups followups) {
        this.side = side;
        this.followups = followups;
    }

    void hang(Rest rest) {
        rest.post("/channels/{channel}/webhooks", this::create);
        rest.get("/channels/{channel}/webhooks", ask -> {
            Channel channel = managed(ask);
            return Rest.Answer.of(Webhooks.list(side.webhooks().in(channel.id()), ask.bot()));
        });
        rest.get("/guilds/{guild}/webhooks", ask -> {
            side.needGuild(ask);
            side.permissions().needInGuild(ask.bot().id(), Rights.MANAGE_WEBHOOKS);
            return Rest.Answer.of(Webhooks.list(side.webhooks().all(), ask.bot()));
        });
        rest.get("/webhooks/{webhook}", ask -> Rest.Answer.of(Webhooks.shown(ownedOrManaged(ask), ask.bot())));
        rest.patch(
                "/webhooks/{webhook}", ask -> Rest.Answer.of(side.webhooks().change(ownedOrManaged(ask), ask.body())));
        rest.delete("/webhooks/{webhook}", ask -> {
            side.webhooks().delete(ownedOrManaged(ask));
            return Rest.Answer.NONE;
        });
        rest.withToken(HandlerType.GET, WITH_TOKEN, ask -> Rest.Answer.of(Webhooks.shown(opened(ask), null)));
        rest.withToken(
                HandlerType.PATCH,
                WITH_TOKEN,
                ask -> Rest.Answer.of(side.webhooks().change(opened(ask), ask.body())));
        rest.withToken(HandlerType.DELETE, WITH_TOKEN, ask -> {
            side.webhooks().delete(opened(ask));
            return Rest.Answer.NONE;
        });
        Rest.Route execute = rest.limited(Buckets.Rate.WEBHOOK, "webhook", this::execute);
        rest.withToken(
                HandlerType.POST, WITH_TOKEN, ask -> isFollowup(ask) ? followups.create(ask) : execute.answer(ask));
        String message = WITH_TOKEN + "/messages/{message}";
        rest.withToken(HandlerType.GET, message, ask -> isFollowup(ask) ? followups.read(ask) : read(ask));
        rest.withToken(HandlerType.PATCH, message, ask -> isFollowup(ask) ? followups.edit(ask) : edit(ask));
        rest.withToken(HandlerType.DELETE, message, ask -> isFollowup(ask) ? followups.delete(ask) : delete(ask));
    }

    private static boolean isFollowup(Ask ask) {
        return Bot.withId(ask.id("webhook")).isPresent();
    }

    private Channel managed(Ask ask) {
        Channel channel = side.channel(ask);
        if (channel.isThread() || channel.isDirect()) {
            throw DiscordError.of(400, 50024, "Cannot execute action on this channel type");
        }
        side.permissions().need(ask.bot().id(), channel, Rights.MANAGE_WEBHOOKS);
        return channel;
    }

    private Rest.Answer create(Ask ask) {
        return Rest.Answer.of(side.webhooks().create(managed(ask), ask.bot(), ask.body()));
    }

    private ObjectNode ownedOrManaged(Ask ask) {
        ObjectNode webhook = side.webhooks().find(ask.id("webhook")).orElseThrow(() -> DiscordError.unknown("Webhook"));
        if (webhook.path("application_id").asLong() != ask.bot().id()) {
            side.permissions().needInGuild(ask.bot().id(), Rights.MANAGE_WEBHOOKS);
        }
        return webhook;
    }

    private ObjectNode opened(Ask ask) {
        ObjectNode webhook = side.webhooks().find(ask.id("webhook")).orElseThrow(() -> DiscordError.unknown("Webhook"));
        if (!webhook.path("token").asText().equals(ask.path("token"))) {
            throw DiscordError.of(401, 50027, "Invalid Webhook Token");
        }
        return webhook;
    }

    private Rest.Answer execute(Ask ask) {
        ObjectNode webhook = opened(ask);
        Channel home = side.guild()
                .channel(webhook.path("channel_id").asLong())
                .orElseThrow(() -> DiscordError.unknown("Channel"));
        Draft draft = ask.draft(side.attachments(), home.id()).checked();
        Author speaker = Webhooks.speaker(webhook, draft.body());
        Post post = side.messages().post(room(ask, home, draft.body(), speaker), speaker, withoutReply(draft));
        return ask.flag("wait") ? Rest.Answer.of(post.json()) : Rest.Answer.NONE;
    }

    /** A webhook can neither answer a message nor use a nonce. */
    private static Draft withoutReply(Draft draft) {
        ObjectNode body = draft.body().deepCopy();
        body.remove("message_reference");
        body.remove("nonce");
        body.remove("enforce_nonce");
        return new Draft(body, draft.files());
    }

    private Channel room(Ask ask, Channel home, JsonNode body, Author speaker) {
        if (ask.queryId("thread_id").isPresent()) {
            Channel thread = side.guild()
                    .channel(ask.queryId("thread_id").get())
                    .filter(channel -> channel.isThread() && channel.major() == home.id())
                    .orElseThrow(() -> DiscordError.unknown("Channel"));
            side.threads().wake(thread);
            return thread;
        }
        if (body.has("thread_name")) {
            if (home.type() != Channel.FORUM) {
                throw DiscordError.of(400, 220003, "Webhooks can only create threads in forum channels");
            }
            return side.threads()
                    .open(
                            home,
                            Json.object().put("name", body.path("thread_name").asText()),
                            speaker.id(),
                            0);
        }
        if (home.type() == Channel.FORUM) {
            throw DiscordError.of(
                    400, 220001, "Webhooks posted to forum channels must have a thread_name or thread_id");
        }
        return home;
    }

    private Channel where(Ask ask, ObjectNode webhook) {
        long id = ask.queryId("thread_id").orElse(webhook.path("channel_id").asLong());
        return side.guild().channel(id).orElseThrow(() -> DiscordError.unknown("Channel"));
    }

    private Post own(Ask ask, ObjectNode webhook, Channel channel) {
        return channel.timeline()
                .find(ask.id("message"))
                .filter(post -> post.json()
                        .path("webhook_id")
                        .asText()
                        .equals(webhook.path("id").asText()))
                .orElseThrow(() -> DiscordError.unknown("Message"));
    }

    private Rest.Answer read(Ask ask) {
        ObjectNode webhook = opened(ask);
        return Rest.Answer.of(own(ask, webhook, where(ask, webhook)).json());
    }

    private Rest.Answer edit(Ask ask) {
        ObjectNode webhook = opened(ask);
        Channel channel = where(ask, webhook);
        Post post = own(ask, webhook, channel);
        return Rest.Answer.of(side.messages()
                .edit(channel, post.id(), ask.draft(side.attachments(), channel.id()))
                .json());
    }

    private Rest.Answer delete(Ask ask) {
        ObjectNode webhook = opened(ask);
        Channel channel = where(ask, webhook);
        side.messages().delete(channel, own(ask, webhook, channel).id());
        return Rest.Answer.NONE;
    }
}
