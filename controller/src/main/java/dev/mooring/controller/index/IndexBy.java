package dev.mooring.controller.index;

import dev.mooring.informers.Index;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An index by a property that is named where the index is made. */
final class IndexBy<G, P> extends Index<G, P> {
    IndexBy(Function<P, @Nullable G> property) {
        super(property);
    }
}
