package lyceum.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What Telegram tells, written in tests with single quotes. */
final class Told {
    static final String ANN =
            "'from':{'id':77,'is_bot':false,'first_name':'Ann','last_name':'Lee','language_code':'zh-hans'}";
    static final String GROUP = "'chat':{'id':-1001,'type':'supergroup','title':'Algorithm School'}";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Told() {}

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** A message of Ann's in the group. */
    static JsonNode message(int update, String fields) {
        return json("{'update_id':" + update + ",'message':{'message_id':" + (update + 1000) + ",'date':1700000000,"
                + ANN + "," + GROUP + "," + fields + "}}");
    }
}
