package org.jianxi.gateway.canonical;

/** What a sender says about a warning it stands by (说明): the rule's id and a text of 1 to 2 000 characters. */
public record Explanation(String rule, String text) {}
