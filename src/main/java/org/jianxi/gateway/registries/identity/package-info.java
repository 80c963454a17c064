/** Identity numbers and names as people and registries write them, made comparable. Pure. */
@NamedInterface("identity")
@NullMarked
package org.jianxi.gateway.registries.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
