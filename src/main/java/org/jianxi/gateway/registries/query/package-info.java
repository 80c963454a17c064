/** Query services: registries that are asked person by person, over the government data exchange platform or by SPDCI. */
@NamedInterface("query")
@NullMarked
package org.jianxi.gateway.registries.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
