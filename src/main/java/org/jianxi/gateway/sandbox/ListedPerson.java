package org.jianxi.gateway.sandbox;

/**
 * Somebody who stands in a sandbox's registry. Made up, always.
 *
 * @param kind of a disability, one digit; empty where there is none, as with {@code level}
 */
public record ListedPerson(String idNumber, String name, String category, String kind, String level) {

    public static ListedPerson of(String idNumber, String name, String category) {
        return new ListedPerson(idNumber, name, category, "", "");
    }
}
