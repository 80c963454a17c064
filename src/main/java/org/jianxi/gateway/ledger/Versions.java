package org.jianxi.gateway.ledger;

/**
 * What a verdict was made with, so that it can be made again: digests in hexadecimal, empty where a part had no say.
 *
 * @param definition SM3 of the return definition
 * @param mapping SM3 of the source's mapping file
 * @param rules version of the rule book
 * @param calendar version of the working calendar
 * @param calendarFiles SM3 of the files that version was read from
 */
public record Versions(String definition, String mapping, String rules, String calendar, String calendarFiles) {}
