package org.jianxi.gateway.registries.agent;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** A registry's file and the name it is served under: lower-case letters, digits and hyphens. */
public record Extract(String name, Path file) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
