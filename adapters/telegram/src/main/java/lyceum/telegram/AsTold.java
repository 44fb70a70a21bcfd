package lyceum.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/**
 * A request of the library whose answer is given as it came. The library's own reading fails as a whole where one field is new to
 * it: a batch of updates would be lost, and a message that stands would look as if it did not.
 */
final class AsTold extends BotApiMethod<String> {
    private final BotApiMethod<?> asked;
    private final transient JsonNode request;

    /** @param request what is sent: the method's fields, led to where the chat stands now */
    AsTold(BotApiMethod<?> asked, JsonNode request) {
        this.asked = asked;
        this.request = request;
    }

    @JsonValue
    JsonNode request() {
        return request;
    }

    @Override
    public String getMethod() {
        return asked.getMethod();
    }

    @Override
    public void validate() throws TelegramApiValidationException {
        asked.validate();
    }

    @Override
    public String deserializeResponse(String answer) {
        return answer;
    }
}
