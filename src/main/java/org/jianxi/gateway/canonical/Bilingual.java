package org.jianxi.gateway.canonical;

/** One text in the two languages of the house: Chinese for the office and the senders, English beside it. */
public record Bilingual(String zh, String en) {}
