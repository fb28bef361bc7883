package dev.mooring.informers;

/** Finds shares by the project whose data they share. */
final class SharesByOrigin extends Index<String, ShareView> {
    SharesByOrigin() {
        super(ShareView::namespace);
    }
}
