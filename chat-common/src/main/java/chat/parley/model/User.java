package chat.parley.model;

/** A person (or bot) as others see them. {@code name} is already clean, see {@link Names}. */
public record User(UserId id, String name, Role role) {}
