package lyceum.kernel.search;

/**
 * What is kept in the index.
 *
 * @param id opaque; an entry of the same id is replaced
 * @param answer empty where there is none
 */
public record Entry(String id, String text, String answer) {}
