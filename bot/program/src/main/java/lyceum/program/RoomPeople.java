package lyceum.program;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Collectors;
import lyceum.kernel.person.Standing;
import lyceum.web.room.Room;

/** Tells the sandbox where the hub's live room is, and with what passes its people come in. */
final class RoomPeople {
    private static final List<Known> KNOWN = List.of(
            new Known("ada", "ada", Standing.CREATOR),
            new Known("mei", "mei", Standing.MODERATOR),
            new Known("ann", "ann", Standing.FAN),
            new Known("bob", "bob", Standing.FAN),
            new Known("carla", "carla", Standing.FAN),
            new Known("xiaoming", "小明", Standing.FAN));

    private RoomPeople() {}

    private record Known(String login, String name, Standing standing) {}

    static void register(String sandbox, URI hub, Room room) throws IOException, InterruptedException {
        String passes = KNOWN.stream()
                .map(known -> "\"%s\":\"%s\""
                        .formatted(known.login(), room.pass(known.login(), known.name(), known.standing())))
                .collect(Collectors.joining(","));
        String rooms = room.rooms().stream().map("\"%s\""::formatted).collect(Collectors.joining(","));
        String body = "{\"url\":\"%s\",\"rooms\":[%s],\"passes\":{%s}}"
                .formatted(hub.toString().replaceAll("/+$", ""), rooms, passes);
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox + "/sandbox/room"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("the sandbox does not take the live room: " + answer.body());
            }
        }
    }
}
