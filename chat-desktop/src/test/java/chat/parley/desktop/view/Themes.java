package chat.parley.desktop.view;

import chat.parley.desktop.viewmodel.Theme;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test that draws its scene in light and in dark. */
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@EnumSource(
    value = Theme.class,
    names = {"LIGHT", "DARK"})
@interface Themes {}
