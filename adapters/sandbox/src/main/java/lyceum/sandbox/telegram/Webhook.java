package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;

/** The delivery of one bot's updates to its own address, one after the other, again and again until it answers 2xx. */
final class Webhook implements AutoCloseable {
    private static final long LONGEST_PAUSE = 60;
    private static final long GONE_FOR_GOOD = 23 * 3600;

    private final Settings settings;
    private final Bot bot;
    private final Telegram telegram;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Thread thread;
    private volatile String lastError = "";
    private volatile long lastErrorDate;
    private volatile boolean dropped;
    private long goneSince;

    /** What setWebhook was told. */
    record Settings(URI url, String secret, int connections) {}

    /** @param reply performs the method that an answer may carry */
    Webhook(Telegram telegram, Bot bot, Settings settings, BiConsumer<Bot, JsonNode> reply) {
        this.settings = settings;
        this.bot = bot;
        this.telegram = telegram;
        this.thread = Thread.ofVirtual().name("webhook of " + bot.id()).start(() -> deliver(reply));
    }

    Settings settings() {
        return settings;
    }

    String lastError() {
        return lastError;
    }

    long lastErrorDate() {
        return lastErrorDate;
    }

    /** Whether Telegram gave up, after 23 hours of 410. */
    boolean dropped() {
        return dropped;
    }

    private void deliver(BiConsumer<Bot, JsonNode> reply) {
        long pause = 1;
        try {
            while (!dropped) {
                UpdateQueue.Waiting update = bot.updates.first(TimeUnit.HOURS.toNanos(1));
                if (update == null) {
                    continue;
                }
                long asked = attempt(update, reply);
                if (asked == 0) {
                    bot.updates.confirm(update.id() + 1);
                    telegram.store().confirmed(bot);
                    pause = 1;
                } else {
                    TimeUnit.SECONDS.sleep(Math.max(asked, pause));
                    pause = Math.min(LONGEST_PAUSE, pause * 2);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends one update; answers 0 when it was taken, else the least seconds to wait. */
    private long attempt(UpdateQueue.Waiting update, BiConsumer<Bot, JsonNode> reply) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.url())
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(update.json())));
        if (!settings.secret().isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", settings.secret());
        }
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 == 2) {
                goneSince = 0;
                perform(response.body(), reply);
                return 0;
            }
            failed("Wrong response from the webhook: " + response.statusCode());
            gone(response.statusCode() == 410);
            return response.headers().firstValueAsLong("Retry-After").orElse(1);
        } catch (IOException e) {
            failed("Connection failed: " + e.getClass().getSimpleName());
            return 1;
        }
    }

    private void failed(String error) {
        lastError = error;
        lastErrorDate = telegram.now();
    }

    private void gone(boolean gone) {
        if (!gone) {
            goneSince = 0;
        } else if (goneSince == 0) {
            goneSince = telegram.now();
        }
        dropped = gone && telegram.now() - goneSince >= GONE_FOR_GOOD;
    }

    private void perform(byte[] body, BiConsumer<Bot, JsonNode> reply) {
        try {
            JsonNode json = Json.read(body);
            if (json.path("method").isTextual()) {
                reply.accept(bot, json);
            }
        } catch (Refused notJson) {
            failed("Wrong response from the webhook: not JSON");
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        client.shutdownNow();
    }
}
