/** Bytes into trees, safely: strict JSON, hardened XML, YAML with its lines, small tables. Knows no meaning. */
@ApplicationModule(allowedDependencies = {"canonical"})
@NullMarked
package org.jianxi.gateway.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
