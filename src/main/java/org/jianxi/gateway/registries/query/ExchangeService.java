package org.jianxi.gateway.registries.query;

import java.net.URI;
import java.util.List;

/**
 * How one service of the exchange platform is asked.
 *
 * @param isGet the parameters stand in the address; otherwise in a form
 * @param code JSON pointer to the code of an answer
 * @param goodCodes those that mean the registry has looked
 * @param rows JSON pointer to what it found: a list, empty where it found nobody, or an object
 */
public record ExchangeService(
        URI url,
        boolean isGet,
        String idParameter,
        String nameParameter,
        String code,
        List<String> goodCodes,
        String rows) {

    public ExchangeService {
        goodCodes = List.copyOf(goodCodes);
    }
}
