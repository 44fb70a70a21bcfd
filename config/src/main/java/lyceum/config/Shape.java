package lyceum.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A type of the settings as reflection sees it; the only place that uses reflection. */
final class Shape {
    private Shape() {}

    /** {@code remindAfter} as {@code remind-after}. */
    static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    static String key(RecordComponent component) {
        return kebab(component.getName());
    }

    /** True for a record that is written as the text of its only component. */
    static boolean wrapsOne(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getName().equals("value");
    }

    /** The static method that makes the type from a text: {@code parse} or {@code of}. */
    static Optional<Method> factory(Class<?> type) {
        return Stream.of("parse", "of")
                .flatMap(name -> named(type, name, String.class).stream())
                .findFirst();
    }

    /** How a constant of an enum is written: its {@code tag()}, or its name in kebab case. */
    static List<String> tags(Class<?> type) throws Refused {
        List<String> tags = new ArrayList<>();
        Optional<Method> tag = Stream.of(type.getMethods())
                .filter(method -> method.getName().equals("tag") && method.getParameterCount() == 0)
                .findFirst();
        for (Object constant : type.getEnumConstants()) {
            String name = ((Enum<?>) constant).name().replace('_', '-').toLowerCase(Locale.ROOT);
            tags.add(tag.isPresent() ? (String) invoke(tag.get(), constant) : name);
        }
        return tags;
    }

    /** What the record's static method {@code defaults()} gives, if it has one. */
    static Optional<Record> defaults(Class<?> type) throws Refused {
        Optional<Method> method = type.isRecord() ? named(type, "defaults") : Optional.empty();
        return method.isPresent() ? Optional.of((Record) invoke(method.get(), null)) : Optional.empty();
    }

    static Object get(RecordComponent component, Record from) throws Refused {
        return invoke(component.getAccessor(), from);
    }

    /** @throws Refused with the message of the constructor's IllegalArgumentException */
    static Object construct(Class<?> type, List<Object> values) throws Refused {
        try {
            Class<?>[] types = Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw refusal(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Object invoke(Method method, @Nullable Object target, Object... arguments) throws Refused {
        try {
            method.setAccessible(true);
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw refusal(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refused refusal(InvocationTargetException e) {
        return switch (e.getCause()) {
            case IllegalArgumentException refused ->
                new Refused(Reason.of("refused", String.valueOf(refused.getMessage())));
            case DateTimeException refused -> new Refused(Reason.of("refused", String.valueOf(refused.getMessage())));
            case null, default -> throw new IllegalStateException(e);
        };
    }

    private static Optional<Method> named(Class<?> type, String name, Class<?>... parameters) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name)
                        && Modifier.isStatic(method.getModifiers())
                        && method.getReturnType() == type
                        && List.of(method.getParameterTypes()).equals(List.of(parameters)))
                .findFirst();
    }
}
