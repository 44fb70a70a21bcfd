package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** The methods by which a bot gets its updates. Not used under the lock: they wait. */
final class Updates implements AutoCloseable {
    private static final Set<String> TYPES = Set.of(
            "message",
            "edited_message",
            "channel_post",
            "edited_channel_post",
            "business_connection",
            "business_message",
            "edited_business_message",
            "deleted_business_messages",
            "message_reaction",
            "message_reaction_count",
            "inline_query",
            "chosen_inline_result",
            "callback_query",
            "shipping_query",
            "pre_checkout_query",
            "purchased_paid_media",
            "poll",
            "poll_answer",
            "my_chat_member",
            "chat_member",
            "chat_join_request",
            "chat_boost",
            "removed_chat_boost");

    private final Map<Long, Webhook> webhooks = new ConcurrentHashMap<>();
    private final Map<Long, Long> lastSet = new ConcurrentHashMap<>();
    private final BiConsumer<Bot, JsonNode> reply;

    /** @param reply performs the method that a webhook's answer may carry */
    Updates(BiConsumer<Bot, JsonNode> reply) {
        this.reply = reply;
    }

    /** Hands out updates, after waiting for them as long as asked. */
    List<UpdateQueue.Waiting> get(Ask ask) throws InterruptedException {
        if (webhook(ask.bot()) != null) {
            throw ApiError.conflict("can't use getUpdates method while webhook is active; "
                    + "use deleteWebhook to delete the webhook first");
        }
        Bot bot = ask.bot();
        long before = bot.updates.head();
        boolean other = allow(ask);
        long offset = ask.args().number("offset", 0);
        bot.updates.confirm(offset);
        if (other) {
            ask.telegram().store().bot(bot);
        } else if (bot.updates.head() != before) {
            ask.telegram().store().confirmed(bot);
        }
        return bot.updates.poll(
                offset, ask.args().number("limit", 100), ask.args().number("timeout", 0));
    }

    private @Nullable Webhook webhook(Bot bot) {
        Webhook webhook = webhooks.get(bot.id());
        return webhook == null || webhook.dropped() ? null : webhook;
    }

    /** Takes over {@code allowed_updates} where it is given; an empty list is Telegram's own choice again. */
    private static boolean allow(Ask ask) {
        JsonNode wanted = ask.args().json("allowed_updates", "can't parse allowed_updates JSON object");
        if (!wanted.isArray()) {
            return false;
        }
        Set<String> types = new HashSet<>();
        wanted.forEach(type -> types.add(type.asText().toLowerCase(Locale.ROOT)));
        types.retainAll(TYPES);
        boolean other = !types.equals(ask.bot().updates.allowed());
        ask.bot().updates.allow(types);
        return other;
    }

    JsonNode set(Ask ask) {
        String address = ask.args().text("url").strip();
        if (address.isEmpty()) {
            return delete(ask);
        }
        Bot bot = ask.bot();
        long now = System.nanoTime();
        Long last = lastSet.put(bot.id(), now);
        if (last != null
                && now - last < 1_000_000_000L
                && ask.telegram().world().limited()) {
            throw ApiError.tooMany(1);
        }
        String secret = ask.args().text("secret_token");
        if (!secret.matches("[A-Za-z0-9_-]{0,256}")) {
            throw ApiError.bad("secret token contains unallowed characters");
        }
        URI url = loopback(address);
        allow(ask);
        forget(bot);
        drop(ask);
        bot.updates.interrupt("terminated by setWebhook request");
        int connections = Math.clamp(ask.args().number("max_connections", 40), 1, 100);
        webhooks.put(bot.id(), new Webhook(ask.telegram(), bot, new Webhook.Settings(url, secret, connections), reply));
        ask.telegram().store().bot(bot);
        return BooleanNode.TRUE;
    }

    /** Telegram asks for https anywhere but here: the sandbox delivers to this machine and nowhere else. */
    private static URI loopback(String address) {
        try {
            URI url = URI.create(address);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web
                    && url.getHost() != null
                    && InetAddress.getByName(url.getHost()).isLoopbackAddress()) {
                return url;
            }
        } catch (IllegalArgumentException | UnknownHostException notAnAddress) {
            throw ApiError.bad("bad webhook: Failed to resolve host: Name or service not known");
        }
        throw ApiError.bad("bad webhook: the sandbox delivers to loopback addresses only");
    }

    JsonNode delete(Ask ask) {
        forget(ask.bot());
        drop(ask);
        ask.telegram().store().bot(ask.bot());
        return BooleanNode.TRUE;
    }

    private void forget(Bot bot) {
        Webhook webhook = webhooks.remove(bot.id());
        if (webhook != null) {
            webhook.close();
        }
    }

    private static void drop(Ask ask) {
        if (ask.args().flag("drop_pending_updates")) {
            ask.bot().updates.confirm(ask.bot().updates.tail());
        }
    }

    JsonNode info(Ask ask) {
        Webhook webhook = webhook(ask.bot());
        ObjectNode info = Json.object()
                .put("url", webhook == null ? "" : webhook.settings().url().toString())
                .put("has_custom_certificate", false)
                .put("pending_update_count", ask.bot().updates.size());
        if (webhook != null) {
            info.put("max_connections", webhook.settings().connections());
            if (!webhook.lastError().isEmpty()) {
                info.put("last_error_date", webhook.lastErrorDate()).put("last_error_message", webhook.lastError());
            }
        }
        if (!ask.bot().updates.allowed().isEmpty()) {
            var allowed = info.putArray("allowed_updates");
            ask.bot().updates.allowed().forEach(allowed::add);
        }
        return info;
    }

    @Override
    public void close() {
        webhooks.values().forEach(Webhook::close);
    }
}
