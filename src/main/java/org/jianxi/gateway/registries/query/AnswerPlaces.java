package org.jianxi.gateway.registries.query;

/** Where in a record that a registry sends each thing stands: JSON pointers. */
public record AnswerPlaces(String idNumber, String name, String category, String kind, String level) {

    /** As services of the exchange platform have it. */
    public static final AnswerPlaces EXCHANGE = new AnswerPlaces("/id_card", "/name", "/category", "/kind", "/level");

    /** As disability registries of SPDCI have it. */
    public static final AnswerPlaces SPDCI = new AnswerPlaces(
            "/personal_details/identifier",
            "/personal_details/name",
            "/category",
            "/impairment_type",
            "/disability_level");
}
