package chat.parley.desktop.viewmodel.outside;

import java.time.InstantSource;
import java.time.ZoneId;

/** Threads and time, as every view model needs them. */
public record Surroundings(FxThread fx, Background background, InstantSource clock, ZoneId zone) {}
