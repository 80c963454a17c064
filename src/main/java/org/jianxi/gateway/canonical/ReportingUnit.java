package org.jianxi.gateway.canonical;

/** A sender with the name annex 1 prints for it, such as {@code 530100 昆明市}. */
public record ReportingUnit(Sender sender, String name) {}
