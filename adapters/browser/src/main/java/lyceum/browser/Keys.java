package lyceum.browser;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keys of the keyboard by their names. */
final class Keys {
    private static final Map<String, Integer> CODES = Map.of(
            "Enter",
            13,
            "Tab",
            9,
            "Escape",
            27,
            "Backspace",
            8,
            "ArrowLeft",
            37,
            "ArrowUp",
            38,
            "ArrowRight",
            39,
            "ArrowDown",
            40,
            "Home",
            36,
            "End",
            35);
    private static final Map<String, String> TEXTS = Map.of("Enter", "\r", "Tab", "\t", " ", " ");

    private Keys() {}

    static void press(Session session, String key) {
        Map<String, Object> event = new HashMap<>();
        event.put("key", key);
        event.put("code", key.length() == 1 ? "" : key);
        event.put("windowsVirtualKeyCode", CODES.getOrDefault(key, (int) Character.toUpperCase(key.charAt(0))));
        String text = key.length() == 1 ? key : TEXTS.getOrDefault(key, "");
        for (String type : List.of("keyDown", "keyUp")) {
            event.put("type", type);
            if (type.equals("keyDown") && !text.isEmpty()) {
                event.put("text", text);
            } else {
                event.remove("text");
            }
            session.call("Input.dispatchKeyEvent", event);
        }
    }
}
