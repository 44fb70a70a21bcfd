package lyceum.sandbox.telegram.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order and nesting of entities: styles of one type are joined, crossing ones cut, and code holds nothing else. */
final class Nesting {
    private static final List<String> PRIORITY = List.of(
            "expandable_blockquote",
            "blockquote",
            "bold",
            "italic",
            "underline",
            "strikethrough",
            "spoiler",
            "text_link");
    private static final Comparator<Entity> ORDER = Comparator.comparingInt(Entity::offset)
            .thenComparing(Comparator.comparingInt(Entity::length).reversed())
            .thenComparingInt(entity -> PRIORITY.indexOf(entity.type()) < 0 ? 99 : PRIORITY.indexOf(entity.type()));

    private Nesting() {}

    static List<Entity> sorted(List<Entity> entities) {
        return entities.stream()
                .filter(entity -> entity.length() > 0)
                .sorted(ORDER)
                .toList();
    }

    static List<Entity> nested(List<Entity> entities) {
        List<Entity> left = new ArrayList<>();
        for (Entity entity : joined(sorted(entities))) {
            if (left.stream().noneMatch(other -> other.overlaps(entity) && excludes(other, entity))) {
                uncrossed(entity, left);
            }
        }
        return sorted(left);
    }

    private static boolean excludes(Entity other, Entity entity) {
        boolean quote = other.type().endsWith("blockquote");
        return Entity.LITERAL.contains(other.type()) || (Entity.LITERAL.contains(entity.type()) && !quote);
    }

    /** Adds an entity in as many pieces as the ends of earlier ones cut it. */
    private static void uncrossed(Entity entity, List<Entity> left) {
        int cut = left.stream()
                .filter(other ->
                        other.overlaps(entity) && other.offset() < entity.offset() && other.end() < entity.end())
                .mapToInt(Entity::end)
                .min()
                .orElse(entity.end());
        left.add(entity.at(entity.offset(), cut - entity.offset()));
        if (cut < entity.end() && Entity.STYLES.contains(entity.type())) {
            uncrossed(entity.at(cut, entity.end() - cut), left);
        }
    }

    private static List<Entity> joined(List<Entity> entities) {
        List<Entity> left = new ArrayList<>();
        for (Entity entity : entities) {
            int same = lastOfType(left, entity);
            if (same >= 0 && left.get(same).end() >= entity.offset()) {
                Entity before = left.get(same);
                left.set(same, before.at(before.offset(), Math.max(before.end(), entity.end()) - before.offset()));
            } else {
                left.add(entity);
            }
        }
        return sorted(left);
    }

    private static int lastOfType(List<Entity> entities, Entity like) {
        if (!Entity.STYLES.contains(like.type())) {
            return -1;
        }
        for (int i = entities.size() - 1; i >= 0; i--) {
            if (entities.get(i).type().equals(like.type())) {
                return i;
            }
        }
        return -1;
    }
}
