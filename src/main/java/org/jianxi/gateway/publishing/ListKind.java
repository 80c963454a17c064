package org.jianxi.gateway.publishing;

import java.util.Optional;
import java.util.stream.Stream;

/** The three lists that are to be published (人社部发〔2023〕27号 二(三)). The wire names stand in addresses, files and the database. */
public enum ListKind {
    /** 见习单位清单. */
    UNITS("units"),
    /** 岗位目录清单. */
    POSTS("posts"),
    /** 服务机构联络清单. */
    AGENCIES("agencies");

    private final String wireName;

    ListKind(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<ListKind> named(String wireName) {
        return Stream.of(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }
}
