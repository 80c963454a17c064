package org.jianxi.gateway.whole;

import java.nio.charset.StandardCharsets;

/** Good returns for June 2023, canonical JSON, as many different ones as are wanted. */
final class June {

    private June() {}

    /** @param fen the last two digits of indicator 14; each gives other bytes and none a finding of its own */
    static byte[] of(String sender, int fen) {
        return """
                {"form":"MOHRSS-2023","period":"2023-06","sender":"%s","revision":1,"indicators":{"1":812,"2":14,"3":5630,\
                "4":420,"5":900,"6":640,"7":512,"8":410,"9":233,"10":190,"11":96,"12":21,"13":3127,"14":"1873.%02d"}}
                """.formatted(sender, fen).getBytes(StandardCharsets.UTF_8);
    }
}
