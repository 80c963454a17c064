package org.jianxi.gateway.flow;

import java.util.Map;
import java.util.TreeMap;
import org.jianxi.gateway.canonical.Place;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The source place of each figure as the database keeps it: a JSON object by indicator, absent parts left out. */
final class PlacesText {

    private static final JsonMapper JSON = JsonMapper.shared();

    private PlacesText() {}

    static String write(Map<Integer, Place> places) {
        var tree = JSON.createObjectNode();
        new TreeMap<>(places).forEach((indicator, place) -> tree.set(indicator.toString(), present(place)));
        return JSON.writeValueAsString(tree);
    }

    static Map<Integer, Place> read(String text) {
        var places = new TreeMap<Integer, Place>();
        JSON.readTree(text)
                .properties()
                .forEach(entry ->
                        places.put(Integer.valueOf(entry.getKey()), JSON.treeToValue(entry.getValue(), Place.class)));
        return places;
    }

    private static ObjectNode present(Place place) {
        ObjectNode whole = JSON.valueToTree(place);
        whole.removeNulls();
        return whole;
    }
}
