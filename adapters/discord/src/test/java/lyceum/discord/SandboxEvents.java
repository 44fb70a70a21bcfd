package lyceum.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import lyceum.contract.SchedulesContract.Coming;
import lyceum.contract.SchedulesContract.Noticed;
import lyceum.sandbox.Sandbox;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The sandbox's scheduled events, over its wire. */
final class SandboxEvents implements Noticed {
    private static final String GUEST = "MTAwMDAwMDAwMDAwMDAwMDAy.sandbox.guest";

    private final OkHttpClient http = new OkHttpClient();
    private final String events;
    private final String faults;

    SandboxEvents(Sandbox sandbox) {
        faults = sandbox.url() + "/sandbox/discord/faults";
        events = sandbox.url() + "/discord/api/v10/guilds/200000000000000001/scheduled-events";
    }

    @Override
    public List<Coming> all() {
        return DataArray.fromJson(ask(SandboxGuild.TOKEN, "GET", "", null)).stream(DataArray::getObject)
                .map(event -> new Coming(
                        event.getString("id"),
                        event.getString("name"),
                        Instant.parse(event.getString("scheduled_start_time")),
                        Instant.parse(event.getString("scheduled_end_time"))))
                .toList();
    }

    @Override
    public void rename(String id, String title) {
        ask(SandboxGuild.TOKEN, "PATCH", "/" + id, DataObject.empty().put("name", title));
    }

    @Override
    public void remove(String id) {
        ask(SandboxGuild.TOKEN, "DELETE", "/" + id, null);
    }

    @Override
    public String add(String title, Instant starts) {
        DataObject body = DataObject.empty()
                .put("name", title)
                .put("privacy_level", 2)
                .put("entity_type", 3)
                .put("scheduled_start_time", starts.toString())
                .put("scheduled_end_time", starts.plusSeconds(60).toString())
                .put("entity_metadata", DataObject.empty().put("location", "in the park"));
        return DataObject.fromJson(ask(GUEST, "POST", "", body)).getString("id");
    }

    @Override
    public void losesNextAnswer() {
        DataObject fault = DataObject.empty()
                .put("kind", "timeout-after-accept")
                .put("count", 1)
                .put("method", "POST ");
        send(new Request.Builder().url(faults).post(json(fault)).build());
    }

    private String ask(String token, String method, String path, @Nullable DataObject body) {
        Request request = new Request.Builder()
                .url(events + path)
                .header("Authorization", "Bot " + token)
                .method(method, body == null ? null : json(body))
                .build();
        return send(request);
    }

    private static RequestBody json(DataObject body) {
        return RequestBody.create(body.toString(), MediaType.get("application/json"));
    }

    private String send(Request request) {
        try (Response response = http.newCall(request).execute()) {
            String answer = response.body().string();
            if (!response.isSuccessful()) {
                throw new IllegalStateException(request.url() + ": " + response.code() + " " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
