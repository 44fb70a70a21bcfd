package lyceum.twitch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import lyceum.contract.Ears;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;

/** The adapter on a sandbox of its own, and the calls by which people do things there. */
final class Stand implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox sandbox;
    private final Twitch twitch;
    private final Ears ears = new Ears();

    Stand(SandboxSettings settings, TwitchSettings.Pace pace) throws PlatformRefused {
        sandbox = Sandbox.start(settings);
        URI api = URI.create(sandbox.url() + "/twitch");
        twitch = new Twitch(
                new TwitchSettings("sandbox-hub", null, "ada", api, null, pace),
                InstantSource.system(),
                Phrases.of("contract"));
        twitch.start(ears);
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

    String url() {
        return sandbox.url();
    }

    @Override
    public void close() {
        twitch.close();
        http.shutdownNow();
        sandbox.close();
    }
}
