package lyceum.sandbox.telegram.text;

import java.util.List;

/** A text with its entities, in the order in which Telegram shows them: by offset, the longer first. */
public record Formatted(String text, List<Entity> entities) {
    public static final Formatted EMPTY = new Formatted("", List.of());

    public Formatted {
        entities = List.copyOf(entities);
    }

    public static Formatted plain(String text) {
        return new Formatted(text, List.of());
    }

    /** What stands in the text at an entity. */
    public String at(Entity entity) {
        return text.substring(entity.offset(), entity.end());
    }
}
