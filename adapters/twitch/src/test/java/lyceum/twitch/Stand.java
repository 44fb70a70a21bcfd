package lyceum.twitch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import lyceum.contract.Ears;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;

/** The adapter on a sandbox of its own, and the calls by which people do things there. */
final class Stand implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox sandbox;
    private final Twitch twitch;
    private final Ears ears = new Ears();
    private final List<Twitch> others = new ArrayList<>();

    Stand(SandboxSettings settings, TwitchSettings.Pace pace) throws PlatformRefused {
        sandbox = Sandbox.start(settings);
        twitch = another(pace);
        twitch.start(ears);
    }

    private Twitch another(TwitchSettings.Pace pace) {
        URI api = URI.create(sandbox.url() + "/twitch");
        return new Twitch(
                new TwitchSettings(new TwitchSettings.Account("sandbox-hub", null), null, "ada", api, null, pace),
                InstantSource.system(),
                Phrases.of("contract"));
    }

    /** What an adapter that starts now is refused with, empty where it is not. */
    String refusal() {
        Twitch other = another(TwitchSettings.Pace.OFF);
        try {
            other.start(new Ears());
            return "";
        } catch (PlatformRefused e) {
            return String.valueOf(e.getMessage());
        } finally {
            other.close();
        }
    }

    /** What an adapter that starts now hears; it is closed with the stand. */
    Ears hearsAnew() throws PlatformRefused {
        Ears fresh = new Ears();
        Twitch other = another(TwitchSettings.Pace.OFF);
        others.add(other);
        other.start(fresh);
        return fresh;
    }

    /** A deletion that Twitch refuses; true where the adapter means to come back to it. */
    boolean asksInVain() {
        MessageId any = Ids.of("ada").message("00000000");
        return twitch.delete(new Delete(any, "test:")) instanceof Outcome.Barred;
    }

    /** How many kinds of events the sandbox tells of now. */
    int subscriptions() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/twitch/helix/eventsub/subscriptions"))
                .header("Authorization", "Bearer sandbox-hub")
                .build();
        try {
            String body = http.send(request, BodyHandlers.ofString()).body();
            return body.split("\"status\":\"enabled\"", -1).length - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Twitch twitch() {
        return twitch;
    }

    Ears ears() {
        return ears;
    }

    /** A call to the sandbox; answers its body. */
    String call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/twitch" + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " -> " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    @Override
    public void close() {
        twitch.close();
        others.forEach(Twitch::close);
        http.shutdownNow();
        sandbox.close();
    }
}
