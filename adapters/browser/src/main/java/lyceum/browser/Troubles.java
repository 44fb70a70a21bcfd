package lyceum.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What a page should not do: errors of scripts, lines on the console, dialogs, requests that fail or that its policy forbids. */
final class Troubles implements Consumer<JsonNode> {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Session session;

    Troubles(Session session) {
        this.session = session;
    }

    List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void accept(JsonNode message) {
        JsonNode about = message.path("params");
        switch (message.path("method").asText()) {
            case "Page.javascriptDialogOpening" -> {
                seen.add("dialog: " + about.path("message").asText());
                session.tell("Page.handleJavaScriptDialog", Map.of("accept", false));
            }
            case "Runtime.exceptionThrown" -> {
                JsonNode details = about.path("exceptionDetails");
                seen.add("exception: " + details.path("text").asText() + " "
                        + details.path("exception").path("description").asText());
            }
            case "Runtime.consoleAPICalled" ->
                seen.add("console." + about.path("type").asText() + ": "
                        + about.path("args").path(0).path("value").asText());
            case "Log.entryAdded" -> {
                JsonNode entry = about.path("entry");
                seen.add(entry.path("source").asText() + ": "
                        + entry.path("text").asText() + " " + entry.path("url").asText());
            }
            default -> {}
        }
    }
}
