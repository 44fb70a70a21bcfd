package lyceum.config;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import lyceum.config.Kinds.Kind;

/** Makes values of single texts: of the JDK's types, enums, and types that wrap or parse a text. */
final class Scalars {
    private final Texts texts;
    private final Kinds kinds;

    Scalars(Texts texts) {
        this.texts = texts;
        this.kinds = new Kinds(texts);
    }

    /** True if the type is always written as one text. */
    boolean covers(Class<?> type) {
        return kinds.of(type).isPresent()
                || type.isEnum()
                || Shape.wrapsOne(type)
                || Shape.factory(type).isPresent();
    }

    /** The value; what came from the environment never shows in the reason of a refusal. */
    Object read(Class<?> type, String raw) throws Refused {
        String text = texts.filled(raw);
        try {
            return make(type, text);
        } catch (Refused e) {
            if (text.equals(raw)) {
                throw e;
            }
            List<String> masked = e.reason().args().stream()
                    .map(arg -> arg.replace(text, raw))
                    .toList();
            throw new Refused(new Reason(e.reason().key(), masked));
        }
    }

    private Object make(Class<?> type, String text) throws Refused {
        Optional<Kind> kind = kinds.of(type);
        if (kind.isPresent()) {
            return kind.get().reader().read(text);
        }
        if (type.isEnum()) {
            return constant(type, text);
        }
        Optional<Method> factory = Shape.factory(type);
        if (factory.isPresent()) {
            return Shape.invoke(factory.get(), null, text);
        }
        return Shape.construct(type, List.of(make(type.getRecordComponents()[0].getType(), text)));
    }

    private static Object constant(Class<?> type, String text) throws Refused {
        List<String> tags = Shape.tags(type);
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).equalsIgnoreCase(text)) {
                return type.getEnumConstants()[i];
            }
        }
        throw new Refused(Reason.of("not.one", text, String.join(", ", tags)));
    }

    /** How a value of the type may be written, to be shown to people. */
    String example(Class<?> type) throws Refused {
        Optional<Kind> kind = kinds.of(type);
        if (kind.isPresent()) {
            return kind.get().example();
        }
        if (type.isEnum()) {
            return String.join("|", Shape.tags(type));
        }
        return Shape.wrapsOne(type) ? example(type.getRecordComponents()[0].getType()) : "...";
    }
}
