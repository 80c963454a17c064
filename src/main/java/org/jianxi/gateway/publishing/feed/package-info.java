/** The published lists as documents: JSON, CSV, JSON-LD by schema.org, RSS 2.0. */
@NamedInterface("feed")
@NullMarked
package org.jianxi.gateway.publishing.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
