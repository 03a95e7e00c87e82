import type { Screens } from './views/frame/screen';
import ArtworkControls from './views/artwork/ArtworkControls.svelte';
import ArtworkView from './views/artwork/ArtworkView.svelte';
import BoardsControls from './views/boards/BoardsControls.svelte';
import BoardsView from './views/boards/BoardsView.svelte';
import BriefsControls from './views/briefs/BriefsControls.svelte';
import BriefsView from './views/briefs/BriefsView.svelte';
import GalleryControls from './views/gallery/GalleryControls.svelte';
import GalleryView from './views/gallery/GalleryView.svelte';
import HandsControls from './views/hands/HandsControls.svelte';
import HandsView from './views/hands/HandsView.svelte';
import IntroductionControls from './views/introduction/IntroductionControls.svelte';
import IntroductionView from './views/introduction/IntroductionView.svelte';
import MapControls from './views/map/MapControls.svelte';
import MapView from './views/map/MapView.svelte';
import NotedControls from './views/noted/NotedControls.svelte';
import NotedView from './views/noted/NotedView.svelte';
import NextControls from './views/artist/NextControls.svelte';
import NextView from './views/artist/NextView.svelte';
import OutsideControls from './views/outside/OutsideControls.svelte';
import OutsideView from './views/outside/OutsideView.svelte';
import PairsControls from './views/pairs/PairsControls.svelte';
import PairsView from './views/pairs/PairsView.svelte';
import PortfolioControls from './views/portfolio/PortfolioControls.svelte';
import PortfolioView from './views/portfolio/PortfolioView.svelte';
import RankingControls from './views/pairs/RankingControls.svelte';
import RankingView from './views/pairs/RankingView.svelte';
import ProofControls from './views/proof/ProofControls.svelte';
import ProofView from './views/proof/ProofView.svelte';
import RetireControls from './views/artist/RetireControls.svelte';
import RetireView from './views/artist/RetireView.svelte';
import QualityControls from './views/quality/QualityControls.svelte';
import QualityView from './views/quality/QualityView.svelte';
import ReviewControls from './views/review/ReviewControls.svelte';
import ReviewView from './views/review/ReviewView.svelte';
import SequenceControls from './views/sequence/SequenceControls.svelte';
import SequenceView from './views/sequence/SequenceView.svelte';
import SettingsControls from './views/settings/SettingsControls.svelte';
import SettingsView from './views/settings/SettingsView.svelte';
import SuggestionsControls from './views/suggestions/SuggestionsControls.svelte';
import SuggestionsView from './views/suggestions/SuggestionsView.svelte';
import TasteControls from './views/taste/TasteControls.svelte';
import TasteView from './views/taste/TasteView.svelte';

/** Every view there is: adding one means adding it here and to the rail. */
export const SCREENS: Screens = {
  gallery: { Content: GalleryView, Controls: GalleryControls, inspector: true },
  artwork: { Content: ArtworkView, Controls: ArtworkControls },
  outside: { Content: OutsideView, Controls: OutsideControls },
  map: { Content: MapView, Controls: MapControls, inspector: true },
  portfolio: { Content: PortfolioView, Controls: PortfolioControls },
  suggestions: { Content: SuggestionsView, Controls: SuggestionsControls },
  taste: { Content: TasteView, Controls: TasteControls },
  introduction: { Content: IntroductionView, Controls: IntroductionControls },
  proof: { Content: ProofView, Controls: ProofControls },
  boards: { Content: BoardsView, Controls: BoardsControls, inspector: true },
  briefs: { Content: BriefsView, Controls: BriefsControls },
  sequence: { Content: SequenceView, Controls: SequenceControls },
  next: { Content: NextView, Controls: NextControls },
  retire: { Content: RetireView, Controls: RetireControls },
  hands: { Content: HandsView, Controls: HandsControls },
  quality: { Content: QualityView, Controls: QualityControls },
  review: { Content: ReviewView, Controls: ReviewControls },
  noted: { Content: NotedView, Controls: NotedControls },
  pairs: { Content: PairsView, Controls: PairsControls },
  ranking: { Content: RankingView, Controls: RankingControls },
  settings: { Content: SettingsView, Controls: SettingsControls },
};
